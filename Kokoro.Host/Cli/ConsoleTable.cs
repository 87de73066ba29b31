using Spectre.Console;

namespace Kokoro.Host.Cli;

/// <summary>A table of plain columns on standard output. Cells are text, never markup.</summary>
internal sealed class ConsoleTable
{
    /// <summary>In a pipe no line is broken: a reader there is a program, or a file that is scrolled.</summary>
    private const int PipeWidth = 10_000;

    private readonly Table _table = new Table().Border(TableBorder.None);

    public ConsoleTable(params string[] headings)
    {
        foreach (var heading in headings)
            _table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))).PadLeft(0).PadRight(2));
    }

    public void Add(params string[] cells) => _table.AddRow(cells.Select(cell => new Text(cell)));

    public void Write()
    {
        var piped = Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out),
            Ansi = piped ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (piped)
            console.Profile.Width = PipeWidth;
        console.Write(_table);
        console.WriteLine();
    }
}
