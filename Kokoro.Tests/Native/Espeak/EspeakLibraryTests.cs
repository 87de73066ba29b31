using System.Runtime.InteropServices;
using Kokoro.Synthesis.Native.Espeak;

namespace Kokoro.Tests.Native.Espeak;

public sealed class EspeakLibraryTests
{
    [Theory]
    [InlineData(false, Architecture.X64, "libespeak-ng.so.1")]
    [InlineData(false, Architecture.Arm64, "libespeak-ng.so.1")]
    [InlineData(true, Architecture.Arm64, "/opt/homebrew/lib/libespeak-ng.1.dylib")]
    [InlineData(true, Architecture.X64, "/usr/local/lib/libespeak-ng.1.dylib")]
    public void First_candidate_is_where_the_package_puts_it(bool isMacOS, Architecture architecture, string expected) =>
        Assert.Equal(expected, EspeakLibrary.Candidates(isMacOS, architecture)[0]);

    [Fact]
    public void Struct_sizes_are_those_of_the_header()
    {
        Assert.Equal(40, Marshal.SizeOf<EspeakEvent>());
        Assert.Equal(40, Marshal.SizeOf<EspeakVoiceSpec>());
    }
}
