namespace Kokoro.Bench.Standin;

/// <summary>Sizes of Kokoro-82M that more than one part needs.</summary>
internal static class Sizes
{
    /// <summary>Ids of phonemes: 0 to 177.</summary>
    public const int Ids = 178;

    /// <summary>Channels between the parts.</summary>
    public const int Hidden = 512;

    /// <summary>Half of a style row. The first half is of the sound, the second of the prosody.</summary>
    public const int Style = 128;

    /// <summary>A frame of 600 samples has two steps of pitch.</summary>
    public const int SamplesPerPitchStep = 300;
}
