using System.Collections.Frozen;
using Kokoro.Actors.Protocol;

namespace Kokoro.Host.OpenAi;

/// <summary>
/// OpenAI's voice names as voices that are there: the one that Kokoro-FastAPI takes for it where it is installed (its core/openai_mappings.json; the last four have
/// none there), else a starter voice of the same gender.
/// </summary>
internal static class OpenAiVoices
{
    private static readonly FrozenDictionary<string, (string Kokoro, string Starter)> Names = new Dictionary<string, (string, string)>
    {
        ["alloy"] = ("am_adam", "am_aster"),
        ["ash"] = ("af_nicole", "af_wren"),
        ["coral"] = ("bf_emma", "af_linden"),
        ["echo"] = ("af_bella", "af_wren"),
        ["fable"] = ("af_sarah", "af_linden"),
        ["onyx"] = ("bm_george", "am_basalt"),
        ["nova"] = ("bf_isabella", "af_linden"),
        ["sage"] = ("am_michael", "am_aster"),
        ["shimmer"] = ("af_sky", "af_wren"),
        ["ballad"] = ("bm_fable", "am_basalt"),
        ["cedar"] = ("am_fenrir", "am_basalt"),
        ["marin"] = ("af_heart", "af_linden"),
        ["verse"] = ("am_puck", "am_aster"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether it is one of OpenAI's and not to be looked up as it is.</summary>
    public static bool IsAlias(string voice) => Names.ContainsKey(voice);

    /// <param name="alias">One for which <see cref="IsAlias"/> holds.</param>
    /// <returns>The id of a voice that is there; null, the default one, if neither is.</returns>
    public static string? Resolve(string alias, VoicesProtocol.VoiceList voices)
    {
        var (kokoro, starter) = Names[alias];
        var ids = voices.Voices.Select(voice => voice.Id).ToHashSet(StringComparer.Ordinal);
        return ids.Contains(alias) ? alias : ids.Contains(kokoro) ? kokoro : ids.Contains(starter) ? starter : null;
    }
}
