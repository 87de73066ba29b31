using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>Where libespeak-ng is. It is GPL-3 and not shipped: what the system has is loaded, and only in an engine process.</summary>
internal static class EspeakLibrary
{
    /// <summary>The name that the imports carry; <see cref="Candidates"/> says what it stands for.</summary>
    public const string Name = "espeak-ng";

    private static readonly Lock Registering = new();
    private static bool _registered;

    /// <summary>
    /// Names and paths to try, in this order. Linux finds the first through the loader's own search (Debian, Ubuntu, Fedora and
    /// Arch have that soname; the second is there with the development package alone). Homebrew's two prefixes are not
    /// searched by macOS's loader.
    /// </summary>
    public static IReadOnlyList<string> Candidates(bool isMacOS, Architecture architecture) => (isMacOS, architecture) switch
    {
        (false, _) => ["libespeak-ng.so.1", "libespeak-ng.so"],
        (true, Architecture.Arm64) => ["/opt/homebrew/lib/libespeak-ng.1.dylib", "libespeak-ng.1.dylib", "libespeak-ng.dylib"],
        (true, _) => ["/usr/local/lib/libespeak-ng.1.dylib", "libespeak-ng.1.dylib", "libespeak-ng.dylib"],
    };

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.LibraryMissing"/></exception>
    public static void Require()
    {
        lock (Registering)
        {
            if (!_registered)
                NativeLibrary.SetDllImportResolver(typeof(EspeakLibrary).Assembly, (name, _, _) => name == Name ? Load() : 0);
            _registered = true;
        }

        if (Load() == 0)
            throw new SpeechException(SpeechErrorCode.LibraryMissing, "espeak-ng is not installed; run ./kokoro doctor to see how to install it");
    }

    private static nint Load()
    {
        foreach (var candidate in Candidates(OperatingSystem.IsMacOS(), RuntimeInformation.ProcessArchitecture))
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
                return handle;
        }

        return 0;
    }
}
