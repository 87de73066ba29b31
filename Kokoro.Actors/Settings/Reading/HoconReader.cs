using System.Collections.Immutable;
using Kokoro.Synthesis;

namespace Kokoro.Actors.Settings.Reading;

/// <summary>
/// Reads kokoro.conf strictly: sections in braces, one `key = value` a line, comments. What HOCON would silently merge or guess is a fault with its line and column.
/// </summary>
internal sealed class HoconReader
{
    private readonly string _file;
    private readonly List<Token> _tokens;
    private readonly Dictionary<string, LocatedValue> _values = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults = [];
    private int _at;

    private HoconReader(string text, string file)
    {
        _file = file;
        _tokens = Tokenizer.Read(text, file, _faults);
    }

    /// <param name="file">For messages.</param>
    /// <returns>The values by their path ("kokoro.http.port"), and what is wrong, in any order.</returns>
    public static (IReadOnlyDictionary<string, LocatedValue> Values, IReadOnlyList<Fault> Faults) Read(string text, string file)
    {
        var reader = new HoconReader(text, file);
        reader.Section("", null);
        return (reader._values, reader._faults);
    }

    private Token Current => _tokens[_at];

    private void Section(string path, Token? opened)
    {
        while (true)
        {
            var token = Current;
            switch (token.Kind)
            {
                case TokenKind.NewLine or TokenKind.Comma:
                    _at++;
                    break;
                case TokenKind.End:
                    if (opened is { } open)
                        Fault(open, "this brace is never closed; add a }");
                    return;
                case TokenKind.Close:
                    _at++;
                    if (opened is not null)
                        return;
                    Fault(token, "a } without its {; remove it");
                    break;
                case TokenKind.Word or TokenKind.Quoted:
                    Entry(path, token);
                    break;
                default:
                    Fault(token, $"a '{token.Text}' where a key belongs");
                    SkipLine();
                    break;
            }
        }
    }

    private void Entry(string path, Token key)
    {
        var full = path.Length == 0 ? key.Text : $"{path}.{key.Text}";
        _at++;
        if (Current.Kind == TokenKind.Open)
        {
            var open = Current;
            _at++;
            Section(full, open);
            return;
        }

        if (Current.Kind != TokenKind.Assign)
        {
            Fault(key, NoValue(key));
            SkipLine();
            return;
        }

        _at++;
        if (Current.Kind == TokenKind.Open)
        {
            var open = Current;
            _at++;
            Section(full, open);
            return;
        }

        var value = Value(key);
        if (value is null)
            return;
        if (_values.TryGetValue(full, out var first))
            Fault(key, $"{Printable.Excerpt(full)} is set a second time, after {first.Origin}; remove one of them");
        else
            _values.Add(full, value);
    }

    private LocatedValue? Value(Token key)
    {
        var token = Current;
        LocatedValue? value = token.Kind switch
        {
            TokenKind.Word or TokenKind.Quoted => new(Place(key), Next().Text),
            TokenKind.OpenList => List(key),
            _ => null,
        };
        if (value is null)
            Fault(key, NoValue(key));
        else if (Current.Kind is not (TokenKind.NewLine or TokenKind.Comma or TokenKind.Close or TokenKind.End))
            Fault(Current, "something follows the value; put it in quotation marks, or on its own line");
        if (Current.Kind != TokenKind.Comma)
            SkipLine();
        return value;
    }

    private LocatedValue List(Token key)
    {
        var open = Next();
        var items = ImmutableArray.CreateBuilder<string>();
        while (Current.Kind is TokenKind.NewLine or TokenKind.Comma or TokenKind.Word or TokenKind.Quoted)
        {
            var token = Next();
            if (token.Kind is TokenKind.Word or TokenKind.Quoted)
                items.Add(token.Text);
        }

        if (Current.Kind == TokenKind.CloseList)
            _at++;
        else
            Fault(open, "this list is never closed; add a ]");
        return new(Place(key), null, items.ToImmutable());
    }

    private Token Next() => _tokens[_at++];

    /// <summary>To the end of the line, or to the brace that ends the section: without that one, whatever follows would be told to be in the wrong section.</summary>
    private void SkipLine()
    {
        for (var depth = 0; Current.Kind is not (TokenKind.NewLine or TokenKind.End); _at++)
        {
            if (Current.Kind == TokenKind.Close && depth-- == 0)
                return;
            if (Current.Kind == TokenKind.Open)
                depth++;
        }
    }

    private static string NoValue(Token key)
    {
        var name = Printable.Excerpt(key.Text);
        return $"'{name}' has no value; write {name} = VALUE";
    }

    private void Fault(Token at, string problem) => _faults.Add(new(Place(at), problem));

    private Origin Place(Token token) => new(_file, token.Line, token.Column);
}
