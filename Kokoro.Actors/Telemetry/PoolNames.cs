namespace Kokoro.Actors.Telemetry;

/// <summary>What the two kinds of engine are called in metrics, as in kokoro.conf.</summary>
internal static class PoolNames
{
    public const string Synthesis = "synthesis";
    public const string Phonemizers = "phonemizers";
}
