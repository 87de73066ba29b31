namespace Kokoro.Bench;

/// <summary>What is spoken in the tables. Own sentences, always the same, so that figures of different days can be compared.</summary>
internal static class BenchTexts
{
    public const string Short = "The kettle is on, and the tea will be ready in a minute.";

    private const string Paragraph =
        "The ferry left the harbour at seven in the morning, a little late, because the captain had been waiting for two crates of "
        + "oranges. Nobody minded. The sea was flat, the deck was warm, and somebody had brought a radio. By noon the island came up out "
        + "of the haze: first a grey line, then a hill with a white house on it, and at last the long stone pier where my aunt was "
        + "standing in her yellow coat. \"You are late,\" she said, and laughed, since she was the only one on the island who owned a watch. "
        + "We carried the bags up the road, past the school, the well and the 3 old walnut trees, and ate bread with honey until it was dark.";

    /// <summary>About 2,000 characters: a page of prose.</summary>
    public static readonly string Long = string.Join("\n\n", Enumerable.Repeat(Paragraph, 3));

    /// <summary>A chapter of the given length or a little more.</summary>
    public static string Chapter(int characters) =>
        string.Join("\n\n", Enumerable.Repeat(Paragraph, (characters + Paragraph.Length) / (Paragraph.Length + 2)));
}
