namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>Collects cleaned characters with their places.</summary>
internal sealed class CleanTextBuilder(int capacity)
{
    private readonly List<char> _chars = new(capacity);
    private readonly List<int> _starts = new(capacity);
    private readonly List<int> _ends = new(capacity);

    /// <summary>The last character, or '\0' at the start.</summary>
    public char Last => _chars.Count == 0 ? '\0' : _chars[^1];

    public void Add(char character, int start, int end)
    {
        _chars.Add(character);
        _starts.Add(start);
        _ends.Add(end);
    }

    public void Add(string characters, int start, int end)
    {
        foreach (var character in characters)
            Add(character, start, end);
    }

    /// <summary>Makes the last character another one that reaches to <paramref name="end"/>: a letter that takes a combining mark.</summary>
    public void ReplaceLast(char character, int end)
    {
        _chars[^1] = character;
        _ends[^1] = end;
    }

    public CleanText Build() => new([.. _chars], [.. _starts], [.. _ends]);
}
