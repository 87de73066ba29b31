using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>
/// The system's espeak-ng. One in a process, one thread. A text may abort the process: that is why it lives in one of its own.
/// </summary>
internal sealed unsafe class Espeak
{
    /// <summary>
    /// Only the word events of the synthesis are wanted, so it is made as cheap as it gets: 40 ms for 1,000 characters instead
    /// of 280. 449 words a minute is the fastest at which espeak-ng does not stretch time after the fact, and a high flat
    /// voice has few harmonics to add up. None of it changes the phonemes.
    /// </summary>
    private static readonly (int Parameter, int Value)[] Cheapest =
    [
        (NativeMethods.ParameterRate, 449),
        (NativeMethods.ParameterVolume, 0),
        (NativeMethods.ParameterPitch, 99),
        (NativeMethods.ParameterRange, 0),
    ];

    /// <summary>Sets how many events a buffer can hold as well, one for 5 ms; words at that speed are over 100 ms apart.</summary>
    private const int BufferMilliseconds = 200;

    private static readonly List<WordEvent> Events = [];
    private static int _clause;
    private static CancellationToken _cancelled;

    private string? _voice;

    private Espeak(string version) => Version = version;

    /// <summary>As the library gives it, "1.51".</summary>
    public string Version { get; }

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.LibraryMissing"/>: the library or its data is not there.</exception>
    public static Espeak Open()
    {
        EspeakLibrary.Require();
        if (NativeMethods.Initialize(NativeMethods.OutputSynchronous, BufferMilliseconds, 0, NativeMethods.InitializeDontExit) < 0)
            throw new SpeechException(SpeechErrorCode.LibraryMissing, "espeak-ng is installed without its data; run ./kokoro doctor to see how to install it");
        NativeMethods.SetSynthCallback(&OnSynth);
        var version = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(NativeMethods.Info(null)));
        return new(version.Split(' ')[0]);
    }

    /// <param name="name">A voice file's name ("en-us") or a language that a voice has ("en-gb").</param>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.EngineFailed"/>: this espeak-ng has neither.</exception>
    public void SelectVoice(string name)
    {
        if (name == _voice)
            return;
        if (NativeMethods.SetVoiceByName(name) != EspeakStatus.Ok && !SelectByLanguage(name))
            throw new SpeechException(SpeechErrorCode.EngineFailed, $"this espeak-ng {Version} has no voice for '{Printable.Excerpt(name)}'; install its full data");
        foreach (var (parameter, value) in Cheapest)
            Check(NativeMethods.SetParameter(parameter, value, 0), "espeak_SetParameter");
        _voice = name;
    }

    /// <summary>Phonemes in IPA with stress marks and ties, one string for each clause that espeak-ng makes of the text.</summary>
    public ImmutableArray<string> Phonemes(string text)
    {
        var clauses = ImmutableArray.CreateBuilder<string>();
        fixed (byte* start = ZeroTerminated(text))
        {
            var rest = start;
            while (rest != null)
            {
                var phonemes = NativeMethods.TextToPhonemes(&rest, NativeMethods.CharsUtf8, NativeMethods.PhonemesIpaTied);
                clauses.Add(Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(phonemes)));
            }
        }

        return clauses.DrainToImmutable();
    }

    /// <summary>The start of every group of phonemes that <see cref="Phonemes"/> separates by a space.</summary>
    /// <exception cref="OperationCanceledException">Given up between two buffers of samples.</exception>
    public ImmutableArray<WordEvent> WordEvents(string text, CancellationToken cancellationToken)
    {
        Events.Clear();
        _clause = 0;
        _cancelled = cancellationToken;
        var bytes = ZeroTerminated(text);
        fixed (byte* start = bytes)
            Check(NativeMethods.Synth(start, (nuint)bytes.Length, 0, NativeMethods.PositionCharacter, 0, NativeMethods.CharsUtf8, null, 0), "espeak_Synth");
        cancellationToken.ThrowIfCancellationRequested();
        return [.. Events];
    }

    /// <returns>1 ends the synthesis.</returns>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnSynth(short* samples, int count, EspeakEvent* events)
    {
        for (; events->Type != EspeakEventType.ListTerminated; events++)
        {
            if (events->Type == EspeakEventType.Word && events->Length > 0)
                Events.Add(new WordEvent(_clause, events->TextPosition));
            else if (events->Type == EspeakEventType.End)
                _clause++;
        }

        return _cancelled.IsCancellationRequested ? 1 : 0;
    }

    /// <summary>Whether the voice found really has the language: asked for one that it does not know, espeak-ng takes another.</summary>
    private static bool SelectByLanguage(string language)
    {
        fixed (byte* name = ZeroTerminated(language))
        {
            var wanted = new EspeakVoiceSpec { Languages = name };
            if (NativeMethods.SetVoiceByProperties(&wanted) != EspeakStatus.Ok)
                return false;
        }

        var found = NativeMethods.GetCurrentVoice();
        return found != null && HasLanguage(found->Languages, language);
    }

    /// <param name="languages">A priority byte and a zero-terminated name, repeated; a zero byte after the last.</param>
    private static bool HasLanguage(byte* languages, string wanted)
    {
        while (languages != null && *languages != 0)
        {
            var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(++languages);
            if (Encoding.UTF8.GetString(name).Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return true;
            languages += name.Length + 1;
        }

        return false;
    }

    private static byte[] ZeroTerminated(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private static void Check(EspeakStatus status, string operation)
    {
        if (status != EspeakStatus.Ok)
            throw new InvalidOperationException($"{operation}: {status}");
    }
}
