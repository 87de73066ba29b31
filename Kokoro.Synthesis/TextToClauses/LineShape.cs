namespace Kokoro.Synthesis.TextToClauses;

/// <summary>What a line of text looks like by itself.</summary>
internal enum LineShape
{
    Text,

    Blank,

    /// <summary>A line across the page ("---"), or under a title.</summary>
    Rule,

    /// <summary>A markdown heading ("## Title").</summary>
    Heading,

    /// <summary>A list item with a bullet ("- milk").</summary>
    Bullet,

    /// <summary>A list item with a number ("2. Stir."), or a line of prose that happens to start like one.</summary>
    Numbered,
}
