using Spectre.Console;

namespace Kokoro.Host.Cli;

/// <summary>A bar with the time left, for texts that take long enough to look at one.</summary>
internal static class SpeakProgress
{
    /// <summary>About two minutes of speech; below that the text is spoken before a bar has been read.</summary>
    private const int LongText = 2000;

    /// <summary>Runs the work. On a terminal and for a long text, shows how far into the text it is.</summary>
    /// <param name="length">The length of the text in characters.</param>
    /// <param name="work">Calls what it is given with the end of the text spoken so far.</param>
    public static Task ShowAsync(int length, Func<Action<int>, Task> work)
    {
        if (length < LongText || Console.IsErrorRedirected)
            return work(static _ => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask("speaking", maxValue: length);
                return work(end => task.Value = end);
            });
    }
}
