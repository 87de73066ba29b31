namespace Kokoro.Bench.Words;

/// <summary>What the measurement cannot do without.</summary>
internal static class RequiredTools
{
    /// <summary>What to do about what is missing, or null when nothing is.</summary>
    /// <param name="exists">Whether a program, or a file with its full path, is there.</param>
    public static string? Advice(Func<string, bool> exists)
    {
        string[] needed = [SphinxRecogniser.Program, SphinxRecogniser.LanguageModel, SphinxRecogniser.LevelProgram, EspeakSystem.Program];
        var missing = needed.Where(tool => !exists(tool)).ToArray();
        return missing.Length == 0
            ? null
            : $"bench words needs {string.Join(" and ", missing)}; install with: apt-get install pocketsphinx pocketsphinx-en-us sox espeak-ng flite";
    }

    public static bool Exists(string tool) => Path.IsPathRooted(tool) ? File.Exists(tool) : ExternalProgram.Exists(tool);
}
