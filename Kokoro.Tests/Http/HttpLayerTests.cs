using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Kokoro.Tests.Http;

/// <summary>The HTTP edge makes no speech: of the stages it takes the WAV header, which is the last of them, and the guess of what a mistyped name means.</summary>
public sealed partial class HttpLayerTests
{
    private static readonly string[] Folders = ["HttpToText", "AudioToHttp", "Health", "Pairing", "Problems", "Security"];

    private static readonly string[] Allowed =
        ["AudioToHttp/StreamedReply.cs Kokoro.Synthesis.PcmToAudio", "AudioToHttp/WholeReply.cs Kokoro.Synthesis.PcmToAudio", "HttpToText/JsonFields.cs Kokoro.Synthesis.Voices"];

    [Fact]
    public void The_http_edge_uses_no_stage_but_the_last()
    {
        var host = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "Kokoro.Host"));

        var used = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(host, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => SynthesisName().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetRelativePath(host, file)} {match.Value}"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Allowed, used);
    }

    [GeneratedRegex(@"(?<!\.)\b(Kokoro\.)?Synthesis(\.[A-Z]\w*)+")]
    private static partial Regex SynthesisName();

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
