using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>`espeak_EVENT` of speak_lib.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct EspeakEvent
{
    public readonly EspeakEventType Type;
    public readonly uint UniqueIdentifier;

    /// <summary>In characters, from 1.</summary>
    public readonly int TextPosition;

    /// <summary>In characters, at most 31; 0 marks an end, not a word.</summary>
    public readonly int Length;

    public readonly int AudioPosition;
    public readonly int Sample;
    public readonly nint UserData;

    /// <summary>A union: a number, a pointer to a name, or eight bytes of a phoneme's name.</summary>
    public readonly long Id;
}
