using System.Collections.Frozen;

namespace Kokoro.Synthesis.Voices;

/// <summary>
/// The grades that Kokoro-82M's authors give the 54 voices of version 1.0. Source: the voice tables of kokoro.js in
/// hexgrad/kokoro; those of other languages than English stand there as comments.
/// </summary>
internal static class PublishedGrades
{
    private static readonly FrozenDictionary<string, string> ById = new (string Id, string Grade)[]
    {
        ("af_alloy", "C"), ("af_aoede", "C+"), ("af_bella", "A-"), ("af_heart", "A"), ("af_jessica", "D"), ("af_kore", "C+"),
        ("af_nicole", "B-"), ("af_nova", "C"), ("af_river", "D"), ("af_sarah", "C+"), ("af_sky", "C-"),
        ("am_adam", "F+"), ("am_echo", "D"), ("am_eric", "D"), ("am_fenrir", "C+"), ("am_liam", "D"), ("am_michael", "C+"),
        ("am_onyx", "D"), ("am_puck", "C+"), ("am_santa", "D-"),
        ("bf_alice", "D"), ("bf_emma", "B-"), ("bf_isabella", "C"), ("bf_lily", "D"),
        ("bm_daniel", "D"), ("bm_fable", "C"), ("bm_george", "C"), ("bm_lewis", "D+"),
        ("ef_dora", "D"),
        ("em_alex", "D"), ("em_santa", "D"),
        ("ff_siwis", "B-"),
        ("hf_alpha", "C"), ("hf_beta", "C"),
        ("hm_omega", "C"), ("hm_psi", "C"),
        ("if_sara", "C"),
        ("im_nicola", "C"),
        ("jf_alpha", "C+"), ("jf_gongitsune", "C"), ("jf_nezumi", "C-"), ("jf_tebukuro", "C"),
        ("jm_kumo", "C-"),
        ("pf_dora", "D"),
        ("pm_alex", "D"), ("pm_santa", "D"),
        ("zf_xiaobei", "D"), ("zf_xiaoni", "D"), ("zf_xiaoxiao", "D"), ("zf_xiaoyi", "D"),
        ("zm_yunjian", "D"), ("zm_yunxi", "D"), ("zm_yunxia", "D"), ("zm_yunyang", "D"),
    }.ToFrozenDictionary(entry => entry.Id, entry => entry.Grade);

    public static IEnumerable<string> Ids => ById.Keys;

    public static string? Of(string id) => ById.GetValueOrDefault(id);
}
