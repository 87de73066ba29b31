using System.Text;
using Kokoro.Bench.Charts;

namespace Kokoro.Bench;

/// <summary>Tables on standard output as they are ready, and all of them with their charts in a folder.</summary>
/// <param name="name">Of the file with the tables, without its ending.</param>
internal sealed class BenchReport(string folder, string name)
{
    private readonly StringBuilder _markdown = new();

    public void Add(string heading, string explanation, MarkdownTable table)
    {
        using var text = new StringWriter();
        text.WriteLine($"## {heading}");
        text.WriteLine();
        text.WriteLine(explanation);
        text.WriteLine();
        table.Write(text);
        _markdown.Append(text);
        Console.Write(text);
    }

    /// <param name="file">Its name, without its ending.</param>
    public void Add(string file, LineChart chart)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{file}.svg"), chart.ToSvg());
        _markdown.AppendLine($"![{file}]({file}.svg)").AppendLine();
    }

    public void Write()
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{name}.md");
        File.WriteAllText(file, _markdown.ToString());
        Progress.Say($"written to {file}");
    }
}
