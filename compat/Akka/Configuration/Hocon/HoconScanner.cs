using System;
using System.Collections.Generic;
using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>The letters of a HOCON text, and the words they make.</summary>
internal sealed class HoconScanner
{
    private const string Include = "include";
    private const string TripleQuote = "\"\"\"";
    private readonly string _text;
    private int _at;

    internal HoconScanner(string text) => _text = text.Replace("\r\n", "\n");

    internal bool AtEnd => _at >= _text.Length;

    internal char Peek => AtEnd ? '\0' : _text[_at];

    internal bool AtValueEnd => AtEnd || Peek is '\n' or ',' or '}' or ']' || AtComment;

    private bool AtComment => Peek == '#' || StartsWith("//");

    internal bool TryTake(char letter)
    {
        var found = !AtEnd && Peek == letter;
        _at += found ? 1 : 0;
        return found;
    }

    internal bool TryTake(string word)
    {
        var found = StartsWith(word);
        _at += found ? word.Length : 0;
        return found;
    }

    internal string TakeBlanks()
    {
        var start = _at;
        SkipBlanks();
        return _text[start.._at];
    }

    internal void SkipBlanks()
    {
        while (!AtEnd && Peek != '\n' && char.IsWhiteSpace(Peek))
        {
            _at++;
        }
    }

    /// <summary>Skips blanks, line ends and comments.</summary>
    internal void SkipBlankLines()
    {
        while (!AtEnd && (char.IsWhiteSpace(Peek) || AtComment))
        {
            _at = AtComment ? LineEnd() : _at + 1;
        }
    }

    internal bool TryTakeInclude(out string name)
    {
        var start = _at;
        name = null;
        if (TryTake(Include) && TakeBlanks().Length > 0 && Peek == '"')
        {
            name = ReadText();
            return true;
        }

        _at = start;
        return false;
    }

    internal bool TryTakeSubstitution(out string path, out bool optional)
    {
        path = null;
        optional = false;
        if (!TryTake("${"))
        {
            return false;
        }

        optional = TryTake('?');
        var end = _text.IndexOf('}', _at);
        path = end < 0 ? throw Error("a } is missing after ${") : _text[_at..end].Trim();
        _at = end + 1;
        return true;
    }

    /// <summary>Reads a dotted key; elements may be quoted.</summary>
    internal List<string> ReadKey()
    {
        var path = new List<string>();
        do
        {
            path.Add(Peek == '"' ? ReadQuoted() : ReadBareKey());
        }
        while (TryTake('.'));
        return path;
    }

    /// <summary>Reads a quoted text, or a bare one to the end of its line, without the blanks behind it.</summary>
    internal string ReadText() => StartsWith(TripleQuote) ? ReadTripleQuoted() : Peek == '"' ? ReadQuoted() : ReadBareText();

    internal HoconFormatException Error(string message)
    {
        var before = _text[..Math.Min(_at, _text.Length)];
        var line = before.AsSpan().Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return new HoconFormatException($"line {line}, column {column}: {message}");
    }

    private bool StartsWith(string word) => string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;

    private int LineEnd()
    {
        var end = _text.IndexOf('\n', _at);
        return end < 0 ? _text.Length : end;
    }

    private string ReadBareKey()
    {
        var start = _at;
        while (!AtEnd && !char.IsWhiteSpace(Peek) && Peek is not ('.' or '=' or ':' or '{' or '}' or '[' or ']' or ',' or '"' or '+' or '#' or '$'))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Error(Peek == '$' ? "$ is not allowed in a key without quotes" : "a key expected");
    }

    private string ReadBareText()
    {
        var start = _at;
        while (!AtValueEnd && Peek is not ('{' or '[' or '"') && !StartsWith("${"))
        {
            _at++;
        }

        while (_at > start && char.IsWhiteSpace(_text[_at - 1]))
        {
            _at--;
        }

        return _at > start ? _text[start.._at] : throw Error("a value expected");
    }

    private string ReadTripleQuoted()
    {
        _at += TripleQuote.Length;
        var end = _text.IndexOf(TripleQuote, _at, StringComparison.Ordinal);
        var text = end < 0 ? throw Error("a closing \"\"\" is missing") : _text[_at..end];
        _at = end + TripleQuote.Length;
        return text;
    }

    private string ReadQuoted()
    {
        var text = new StringBuilder();
        _at++;
        while (!AtEnd && Peek != '"')
        {
            text.Append(Peek == '\\' ? ReadEscape() : _text[_at++]);
        }

        return TryTake('"') ? text.ToString() : throw Error("a closing \" is missing");
    }

    private char ReadEscape()
    {
        _at++;
        var letter = Peek;
        _at++;
        switch (letter)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case '"' or '\\' or '/':
                return letter;
            case 'u' when _at + 4 <= _text.Length:
                _at += 4;
                return (char)Convert.ToUInt16(_text[(_at - 4).._at], 16);
            default:
                throw Error($"unknown escape \\{letter}");
        }
    }
}
