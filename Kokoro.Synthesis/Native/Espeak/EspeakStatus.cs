namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>`espeak_ERROR` of speak_lib.h.</summary>
internal enum EspeakStatus
{
    InternalError = -1,
    Ok = 0,
    BufferFull = 1,
    NotFound = 2,
}
