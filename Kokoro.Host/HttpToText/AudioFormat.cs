namespace Kokoro.Host.HttpToText;

internal enum AudioFormat
{
    /// <summary>16-bit mono 24 kHz in a RIFF file.</summary>
    Wav,

    /// <summary>The samples alone.</summary>
    Pcm,

    /// <summary>Samples with the times of the words, each frame with its type and length.</summary>
    Frames,
}
