using System.Collections.Generic;
using System.Linq;

namespace Akka.Configuration.Hocon;

/// <summary>An object, a list, a text, or nothing (an optional substitution that led nowhere).</summary>
public class HoconValue
{
    private string _text;

    internal HoconObject Object { get; private set; }

    internal IReadOnlyList<HoconValue> Array { get; private set; }

    /// <summary>What stood in the text; kept while it holds a substitution.</summary>
    internal IReadOnlyList<HoconPiece> Pieces { get; private set; }

    internal bool IsPending { get; private set; }

    internal bool IsMissing => !IsPending && _text is null && Object is null && Array is null;

    public string GetString() => _text;

    internal IList<string> GetStringList() => Array is null ? [] : [.. Array.Select(item => item.GetString())];

    internal static HoconValue Of(HoconObject value) => new() { Object = value };

    internal static HoconValue Of(IReadOnlyList<HoconValue> items) => new() { Array = items };

    internal static HoconValue Of(string text) => new() { _text = text };

    internal static HoconValue Of(IReadOnlyList<HoconPiece> pieces) => new() { Pieces = pieces, IsPending = true };

    internal void BecomeSame(HoconValue other)
    {
        IsPending = false;
        _text = other?._text;
        Object = other?.Object;
        Array = other?.Array;
    }

    internal void Reopen() => IsPending = true;
}
