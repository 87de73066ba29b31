using System.Text;
using Kokoro.Bench.Charts;

namespace Kokoro.Bench.Serve;

/// <summary>Tables on standard output as they are ready, and all of them with their charts in a folder.</summary>
internal sealed class ServeReport(string folder)
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

    /// <param name="name">Of the file, without its ending.</param>
    public void Add(string name, LineChart chart)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.svg"), chart.ToSvg());
        _markdown.AppendLine($"![{name}]({name}.svg)").AppendLine();
    }

    public void Write()
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "serve.md");
        File.WriteAllText(file, _markdown.ToString());
        Progress.Say($"written to {file}");
    }
}
