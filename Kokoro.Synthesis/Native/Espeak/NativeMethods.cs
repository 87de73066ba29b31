using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>The functions of speak_lib.h that are used. The library keeps one global state: one thread, one call at a time.</summary>
internal static unsafe partial class NativeMethods
{
    /// <summary>`AUDIO_OUTPUT_SYNCHRONOUS`: no sound device, samples and events go to the callback before the call returns.</summary>
    public const int OutputSynchronous = 2;

    /// <summary>`espeakINITIALIZE_DONT_EXIT`: a missing data folder is a status, not `exit(1)`.</summary>
    public const int InitializeDontExit = 0x8000;

    /// <summary>`espeakCHARS_UTF8`, alone: neither SSML nor phoneme names in brackets are read from the text.</summary>
    public const int CharsUtf8 = 1;

    /// <summary>`POS_CHARACTER`</summary>
    public const int PositionCharacter = 1;

    /// <summary>`espeakPHONEMES_IPA`, with bit 7 and the character in bits 8 to 23: a tie within phonemes of several letters.</summary>
    public const int PhonemesIpaTied = 0x02 | 0x80 | ('^' << 8);

    /// <summary>`espeak_PARAMETER`</summary>
    public const int ParameterRate = 1, ParameterVolume = 2, ParameterPitch = 3, ParameterRange = 4;

    /// <returns>The sample rate, or -1.</returns>
    [LibraryImport(EspeakLibrary.Name, EntryPoint = "espeak_Initialize")]
    public static partial int Initialize(int output, int bufferMilliseconds, nint path, int options);

    [LibraryImport(EspeakLibrary.Name, EntryPoint = "espeak_Info")]
    public static partial byte* Info(byte** dataPath);

    [LibraryImport(EspeakLibrary.Name, EntryPoint = "espeak_SetVoiceByName", StringMarshalling = StringMarshalling.Utf8)]
    public static partial EspeakStatus SetVoiceByName(string name);

    [LibraryImport(EspeakLibrary.Name, EntryPoint = "espeak_SetVoiceByProperties")]
    public static partial EspeakStatus SetVoiceByProperties(EspeakVoiceSpec* voice);

    [LibraryImport(EspeakLibrary.Name, EntryPoint = "espeak_GetCurrentVoice")]
    public static partial EspeakVoiceSpec* GetCurrentVoice();

    [LibraryImport(EspeakLibrary.Name, EntryPoint = "espeak_SetParameter")]
    public static partial EspeakStatus SetParameter(int parameter, int value, int relative);

    /// <summary>Turns one clause into phonemes.</summary>
    /// <param name="text">Moved behind the clause; null after the last.</param>
    /// <returns>UTF-8, valid until the next call.</returns>
    [LibraryImport(EspeakLibrary.Name, EntryPoint = "espeak_TextToPhonemes")]
    public static partial byte* TextToPhonemes(byte** text, int textMode, int phonemeMode);

    [LibraryImport(EspeakLibrary.Name, EntryPoint = "espeak_SetSynthCallback")]
    public static partial void SetSynthCallback(delegate* unmanaged[Cdecl]<short*, int, EspeakEvent*, int> callback);

    [LibraryImport(EspeakLibrary.Name, EntryPoint = "espeak_Synth")]
    public static partial EspeakStatus Synth(byte* text, nuint size, uint position, int positionType, uint end, uint flags, uint* identifier, nint userData);
}
