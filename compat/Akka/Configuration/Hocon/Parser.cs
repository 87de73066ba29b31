using System;
using System.Collections.Generic;

namespace Akka.Configuration.Hocon;

/// <summary>Reads HOCON: the part of the dialect on which the real parser and sense agree. What they read differently is refused.</summary>
public class Parser
{
    private readonly HoconScanner _scanner;
    private readonly Func<string, HoconRoot> _includeCallback;
    private readonly List<HoconValue> _pending = [];
    private bool _isJson;

    private Parser(string text, Func<string, HoconRoot> includeCallback)
    {
        _scanner = new HoconScanner(text);
        _includeCallback = includeCallback;
    }

    /// <param name="text">HOCON.</param>
    /// <param name="includeCallback">Gets the text behind <c>include</c>; null where nothing may be included.</param>
    /// <exception cref="FormatException">Says line, column and what was expected.</exception>
    public static HoconRoot Parse(string text, Func<string, HoconRoot> includeCallback) => new Parser(text, includeCallback).ParseRoot();

    private HoconRoot ParseRoot()
    {
        var root = new HoconObject();
        _scanner.SkipBlankLines();
        _isJson = _scanner.TryTake('{');
        ParseFields(root, closed: _isJson);
        _scanner.SkipBlankLines();
        if (!_scanner.AtEnd)
        {
            throw _scanner.Error("nothing may follow the closing }");
        }

        var value = HoconValue.Of(root);
        new HoconResolver(value).Resolve(_pending);
        return new HoconRoot(value, _pending);
    }

    private void ParseFields(HoconObject target, bool closed)
    {
        while (true)
        {
            _scanner.SkipBlankLines();
            if (closed && _scanner.TryTake('}'))
            {
                return;
            }

            if (_scanner.AtEnd)
            {
                if (closed)
                {
                    throw _scanner.Error("a } is missing");
                }

                return;
            }

            if (_scanner.TryTakeInclude(out var included))
            {
                Include(target, included);
            }
            else
            {
                ParseField(target);
            }
        }
    }

    private void ParseField(HoconObject target)
    {
        var path = _scanner.ReadKey();
        var owner = target.Descend(path[..^1]);
        var name = path[^1];
        _scanner.SkipBlanks();
        if (_scanner.TryTake("+="))
        {
            throw _scanner.Error("+= is not supported; write the whole list");
        }

        if (!_scanner.TryTake('=') && !_scanner.TryTake(':') && _scanner.Peek != '{')
        {
            throw _scanner.Error($"'=' or '{{' expected after the key {name}");
        }

        _scanner.SkipBlanks();
        if (_scanner.AtValueEnd)
        {
            _scanner.SkipBlankLines();
            if (_scanner.Peek is not ('{' or '['))
            {
                throw _scanner.Error($"a value expected for the key {name}");
            }
        }

        if (_scanner.TryTake('{'))
        {
            ParseFields(owner.Descend([name]), closed: true);
            EndObjectField();
        }
        else
        {
            owner.Items[name] = ParseValue();
            _scanner.SkipBlanks();
            _scanner.TryTake(',');
        }
    }

    private void EndObjectField()
    {
        _scanner.SkipBlanks();
        if (_scanner.Peek == ',')
        {
            if (!_isJson)
            {
                throw _scanner.Error("Unknown token: no comma may follow a } outside JSON");
            }

            _scanner.TryTake(',');
        }
        else if (_scanner.Peek == '$')
        {
            throw _scanner.Error("an object cannot be joined with a substitution");
        }
    }

    private HoconValue ParseValue()
    {
        var pieces = new List<HoconPiece>();
        while (true)
        {
            var blank = _scanner.TakeBlanks();
            if (_scanner.AtValueEnd)
            {
                break;
            }

            if (blank.Length > 0 && pieces.Count > 0)
            {
                pieces.Add(new HoconPiece(HoconPieceKind.Blank, blank));
            }

            pieces.Add(ParsePiece());
        }

        return HoconJoin.IsComplete(pieces) ? HoconJoin.Join(pieces, _scanner) : Pend(pieces);
    }

    private HoconPiece ParsePiece()
    {
        if (_scanner.TryTakeSubstitution(out var path, out var optional))
        {
            return new HoconPiece(HoconPieceKind.Substitution, path, Optional: optional);
        }

        if (_scanner.TryTake('['))
        {
            return new HoconPiece(HoconPieceKind.Array, Value: ParseArray());
        }

        if (_scanner.TryTake('{'))
        {
            var fields = new HoconObject();
            ParseFields(fields, closed: true);
            return new HoconPiece(HoconPieceKind.Object, Value: HoconValue.Of(fields));
        }

        return new HoconPiece(HoconPieceKind.Text, _scanner.ReadText());
    }

    private HoconValue ParseArray()
    {
        var items = new List<HoconValue>();
        while (true)
        {
            _scanner.SkipBlankLines();
            if (_scanner.TryTake(']'))
            {
                return HoconValue.Of(items);
            }

            if (_scanner.AtEnd)
            {
                throw _scanner.Error("a ] is missing");
            }

            items.Add(ParseValue());
            _scanner.SkipBlanks();
            _scanner.TryTake(',');
        }
    }

    private HoconValue Pend(List<HoconPiece> pieces)
    {
        var value = HoconValue.Of(pieces);
        _pending.Add(value);
        return value;
    }

    private void Include(HoconObject target, string name)
    {
        if (_includeCallback is null)
        {
            throw _scanner.Error($"include \"{name}\" needs an include callback");
        }

        var included = _includeCallback(name);
        foreach (var value in included.Unresolved)
        {
            value.Reopen();
            _pending.Add(value);
        }

        HoconMerge.Into(target, included.Value.Object);
    }
}
