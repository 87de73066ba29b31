namespace Kokoro.Host.Cli;

/// <summary>Lines for the person at the terminal. They go to standard error, so that standard output is only what was asked for.</summary>
internal static class Terminal
{
    public static Task ErrorAsync(string message) => Console.Error.WriteLineAsync($"kokoro: {OneLine(message)}");

    public static Task NoteAsync(string message) => Console.Error.WriteLineAsync(OneLine(message));

    /// <summary>Whether KOKORO_TRACE=1 asks for what is otherwise not worth a person's time: engines' output, stacks of faults.</summary>
    public static bool IsTracing { get; } = Environment.GetEnvironmentVariable("KOKORO_TRACE") == "1";

    public static void Trace(string message)
    {
        if (IsTracing)
            Console.Error.WriteLine($"kokoro: {OneLine(message)}");
    }

    private static string OneLine(string message) =>
        message.AsSpan().IndexOfAny('\r', '\n') < 0 ? message : message.ReplaceLineEndings(" ");
}
