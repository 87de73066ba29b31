namespace Kokoro.Bench;

/// <summary>What is being done, on standard error; the tables go to standard output.</summary>
internal static class Progress
{
    public static void Say(string what) => Console.Error.WriteLine($"bench: {what}");

    /// <summary>What a server said, which it does only when something is wrong.</summary>
    public static void Trace(string? line)
    {
        if (!string.IsNullOrEmpty(line))
            Console.Error.WriteLine($"bench: server: {line}");
    }
}
