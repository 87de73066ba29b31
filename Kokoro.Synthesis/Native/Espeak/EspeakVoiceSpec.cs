using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>`espeak_VOICE` of speak_lib.h: what a voice is asked for by, and described with.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct EspeakVoiceSpec
{
    public byte* Name;

    /// <summary>Asking: a language. Describing: a priority byte and a language, repeated.</summary>
    public byte* Languages;

    public byte* Identifier;
    public byte Gender;
    public byte Age;
    public byte Variant;
    public byte Unused;
    public int Score;
    public nint Spare;
}
