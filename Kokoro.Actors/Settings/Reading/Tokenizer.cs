using System.Text;

namespace Kokoro.Actors.Settings.Reading;

/// <summary>Cuts a file into tokens: the part of HOCON that every reader of it agrees on.</summary>
internal static class Tokenizer
{
    /// <param name="faults">Takes what is wrong with strings. Each has a token all the same, so that reading goes on behind it.</param>
    public static List<Token> Read(string text, string file, List<Fault> faults)
    {
        var tokens = new List<Token>();
        var (line, start) = (1, 0);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var column = i - start + 1;
            if (c == '\n')
            {
                tokens.Add(new(TokenKind.NewLine, "", line, column));
                line++;
                start = ++i;
            }
            else if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (IsComment(text, i))
            {
                while (i < text.Length && text[i] != '\n')
                    i++;
            }
            else if (c == '"')
            {
                var (value, end) = Quoted(text, i, new(file, line, column), faults);
                tokens.Add(new(TokenKind.Quoted, value, line, column));
                i = end;
            }
            else if (Mark(c) is { } kind)
            {
                tokens.Add(new(kind, c.ToString(), line, column));
                i++;
            }
            else
            {
                var end = i;
                while (end < text.Length && text[end] is not ('\n' or '"') && Mark(text[end]) is null && !IsComment(text, end))
                    end++;
                tokens.Add(new(TokenKind.Word, text[i..end].Trim(), line, column));
                i = end;
            }
        }

        tokens.Add(new(TokenKind.End, "", line, text.Length - start + 1));
        return tokens;
    }

    private static bool IsComment(string text, int at) => text[at] == '#' || (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/');

    private static TokenKind? Mark(char c) => c switch
    {
        '{' => TokenKind.Open,
        '}' => TokenKind.Close,
        '[' => TokenKind.OpenList,
        ']' => TokenKind.CloseList,
        '=' or ':' => TokenKind.Assign,
        ',' => TokenKind.Comma,
        _ => null,
    };

    private static (string Value, int End) Quoted(string text, int at, Origin origin, List<Fault> faults)
    {
        var value = new StringBuilder();
        var i = at + 1;
        for (; i < text.Length && text[i] is not ('\r' or '\n'); i++)
        {
            if (text[i] == '"')
                return (value.ToString(), i + 1);
            if (text[i] == '\\')
            {
                i++;
                if (i == text.Length || text[i] is not ('"' or '\\'))
                {
                    faults.Add(new(origin with { Column = origin.Column + i - 1 - at }, @"a \ stands alone in a string; write \\ for one"));
                    i--;
                }
            }

            value.Append(text[i]);
        }

        faults.Add(new(origin, "a string without its closing quotation mark; add it on the same line"));
        return (value.ToString(), i);
    }
}
