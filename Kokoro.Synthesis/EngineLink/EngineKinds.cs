namespace Kokoro.Synthesis.EngineLink;

/// <summary>The names of the kinds on a command line.</summary>
internal static class EngineKinds
{
    public static string Name(this EngineKind kind) => kind switch
    {
        EngineKind.Phonemes => "phonemes",
        EngineKind.Speech => "speech",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of engine"),
    };

    public static EngineKind? Find(string name) => name switch
    {
        "phonemes" => EngineKind.Phonemes,
        "speech" => EngineKind.Speech,
        _ => null,
    };
}
