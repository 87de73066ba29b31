namespace Kokoro.Bench.Words;

/// <summary>
/// One half of the sentences, which were drawn at random from one list. Tables are tuned on the one; the other is for the figures
/// that are published and never for a choice.
/// </summary>
/// <param name="Title">The heading of its table.</param>
/// <param name="Name">Its name on the command line, and in its file's name.</param>
/// <param name="Sentences">Everyday American English; every word is in the recogniser's dictionary.</param>
internal sealed record SentenceHalf(string Title, string Name, IReadOnlyList<string> Sentences)
{
    public const string TuningName = "tuning";
    public const string HeldOutName = "held-out";

    public static SentenceHalf Tuning { get; } = new("Tuning half", TuningName, Read(TuningName));

    public static SentenceHalf HeldOut { get; } = new("Held-out half (never tuned on)", HeldOutName, Read(HeldOutName));

    public SentenceHalf First(int sentences) => this with { Sentences = [.. Sentences.Take(sentences)] };

    private static string[] Read(string name)
    {
        using var file = new StreamReader(typeof(SentenceHalf).Assembly.GetManifestResourceStream($"sentences-{name}.txt")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
