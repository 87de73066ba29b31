using Spectre.Console;

namespace Kokoro.Host.Cli.Models;

/// <summary>A bar with the bytes, the speed and the time left; in a pipe, a line each tenth.</summary>
internal static class PullProgress
{
    private const int Lines = 10;

    /// <param name="work">Calls what it is given with the bytes that are there and those that there will be.</param>
    public static Task<T> ShowAsync<T>(string name, Func<Action<long, long?>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return work(new LineReport(name).Add);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(name)).IsIndeterminate();
                return work((there, all) =>
                {
                    task.IsIndeterminate = all is null;
                    task.MaxValue = all ?? double.MaxValue;
                    task.Value = there;
                });
            });
    }

    private sealed class LineReport(string name)
    {
        private long _said = -1;

        public void Add(long there, long? all)
        {
            if (all is not > 0 || there * Lines / all.Value is var tenth && tenth == _said)
                return;
            _said = there * Lines / all.Value;
            Console.Error.WriteLine($"{name}: {there} of {all} bytes");
        }
    }
}
