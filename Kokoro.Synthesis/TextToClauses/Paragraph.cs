namespace Kokoro.Synthesis.TextToClauses;

/// <summary>A paragraph of cleaned text: a marker that nobody reads ("##", "-"), perhaps empty, and what is to be read.</summary>
/// <param name="Start">Where the marker starts.</param>
/// <param name="Body">Where the marker ends.</param>
internal readonly record struct Paragraph(int Start, int Body, int End);
