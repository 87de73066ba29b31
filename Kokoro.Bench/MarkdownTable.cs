namespace Kokoro.Bench;

/// <summary>A Markdown table with aligned columns: readable on a terminal, and ready to be pasted into a document.</summary>
internal sealed class MarkdownTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells)
    {
        if (cells.Length != headings.Length)
            throw new ArgumentException($"a row has {headings.Length} cells, not {cells.Length}", nameof(cells));
        _rows.Add(cells);
    }

    public void Write(TextWriter target)
    {
        var widths = headings.Select((heading, column) => _rows.Select(row => row[column].Length).Append(heading.Length).Max()).ToArray();
        target.WriteLine(Line(headings, widths));
        target.WriteLine($"|{string.Join("|", widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":"))}|");
        foreach (var row in _rows)
            target.WriteLine(Line(row, widths));
        target.WriteLine();
    }

    private static string Line(string[] cells, int[] widths) =>
        $"| {string.Join(" | ", cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))} |";
}
