using Kokoro.Synthesis;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.RunsToPcm;

public class InferenceLibraryTests
{
    /// <summary>How a missing, a wrong, a too old and an impossible library show, here and in the package's own classes.</summary>
    public static TheoryData<Exception> Faults =>
    [
        new DllNotFoundException("what is wrong\nand more"),
        new EntryPointNotFoundException("what is wrong\nand more"),
        new PlatformNotSupportedException("what is wrong\nand more"),
        new TypeInitializationException("NativeMethods", new DllNotFoundException("what is wrong\nand more")),
    ];

    [Fact]
    public void Version_andProviders_areTheLibrarys()
    {
        Assert.StartsWith("1.", InferenceLibrary.Version, StringComparison.Ordinal);
        Assert.Contains(EngineProvider.Cpu, EngineProviders.Usable(InferenceLibrary.Providers));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Ask_libraryThatCannotAnswer_isMissingInOneLine(Exception fault)
    {
        var refused = Assert.Throws<SpeechException>(() => InferenceLibrary.Ask<string>(() => throw fault));
        Assert.Equal(SpeechErrorCode.LibraryMissing, refused.Code);
        Assert.Equal("what is wrong and more", refused.Message);
        Assert.Same(fault, refused.InnerException);
    }
}
