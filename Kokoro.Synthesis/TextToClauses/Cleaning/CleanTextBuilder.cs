using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>Collects cleaned characters with their places.</summary>
internal sealed class CleanTextBuilder(int capacity)
{
    private readonly List<char> _chars = new(capacity);
    private readonly List<int> _starts = new(capacity);
    private readonly List<int> _ends = new(capacity);
    private readonly Dictionary<int, string> _names = [];

    /// <summary>The last character, or '\0' at the start.</summary>
    public char Last => _chars.Count == 0 ? '\0' : _chars[^1];

    public void Add(char character, int start, int end)
    {
        _chars.Add(character);
        _starts.Add(start);
        _ends.Add(end);
    }

    /// <summary>Adds characters that stand for themselves; nearly all of most texts, so they are copied and not looped over.</summary>
    public void AddAsWritten(ReadOnlySpan<char> characters, int start)
    {
        var first = _chars.Count;
        CollectionsMarshal.SetCount(_starts, first + characters.Length);
        CollectionsMarshal.SetCount(_ends, first + characters.Length);
        _chars.AddRange(characters);
        var starts = CollectionsMarshal.AsSpan(_starts)[first..];
        var ends = CollectionsMarshal.AsSpan(_ends)[first..];
        for (var i = 0; i < characters.Length; i++)
        {
            starts[i] = start + i;
            ends[i] = start + i + 1;
        }
    }

    public void Add(string characters, int start, int end)
    {
        foreach (var character in characters)
            Add(character, start, end);
    }

    /// <summary>Adds the gap of a picture that is to be named.</summary>
    public void AddPicture(string name, int start, int end)
    {
        _names.Add(_chars.Count, name);
        Add(CleanText.Gap, start, end);
    }

    /// <summary>Makes the last character another one that reaches to <paramref name="end"/>: a letter that takes a combining mark.</summary>
    public void ReplaceLast(char character, int end)
    {
        _chars[^1] = character;
        _ends[^1] = end;
    }

    public CleanText Build() => new([.. _chars], [.. _starts], [.. _ends], _names);
}
