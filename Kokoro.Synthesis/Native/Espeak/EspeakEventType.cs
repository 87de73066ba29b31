namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>`espeak_EVENT_TYPE` of speak_lib.h, as far as it is read here.</summary>
internal enum EspeakEventType
{
    ListTerminated = 0,
    Word = 1,

    /// <summary>The end of what espeak-ng itself took for a clause.</summary>
    End = 5,
}
