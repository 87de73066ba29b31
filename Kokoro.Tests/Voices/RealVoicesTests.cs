using System.Security.Cryptography;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Tests.Voices;

/// <summary>The published voices that lie in the folder of `KOKORO_TEST_VOICES`. The table covers all 54.</summary>
public class RealVoicesTests
{
    private const string Variable = "KOKORO_TEST_VOICES";

    /// <summary>The SHA-256 of each by its id.</summary>
    internal static readonly Dictionary<string, string> Published = ReadPublished();

    public static TheoryData<string> Files => [.. Found()];

    [RealVoicesTheory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Read_a_real_voice_gives_finite_rows_that_differ(string path)
    {
        var voice = new VoiceCatalogue(Path.GetDirectoryName(path)).Find(Path.GetFileNameWithoutExtension(path));
        var pack = voice.Load();

        Assert.Equal(VoiceSource.Folder, voice.Info.Source);
        Assert.NotEqual(pack.StyleRow(1).ToArray(), pack.StyleRow(510).ToArray());
        if (Published.TryGetValue(voice.Info.Id, out var hash))
        {
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
            Assert.NotNull(voice.Info.Grade);
        }
    }

    [Fact]
    public void PublishedGrades_cover_the_54_published_voices()
    {
        Assert.Equal(54, Published.Count);
        Assert.All(Published.Keys, id => Assert.NotNull(PublishedGrades.Of(id)));
    }

    private static string[] Found() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? Directory.GetFiles(folder, "*.bin") : [];

    private static Dictionary<string, string> ReadPublished()
    {
        using var stream = typeof(RealVoicesTests).Assembly.GetManifestResourceStream("published-voices.sha256")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split("  "))
            .ToDictionary(parts => Path.GetFileNameWithoutExtension(parts[1]), parts => parts[0]);
    }

    /// <summary>Skipped, with the reason, where there is no folder of real voices.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class RealVoicesTheoryAttribute : TheoryAttribute
    {
        public RealVoicesTheoryAttribute()
        {
            if (Found().Length == 0)
                Skip = $"{Variable} names no folder with voice files";
        }
    }
}
