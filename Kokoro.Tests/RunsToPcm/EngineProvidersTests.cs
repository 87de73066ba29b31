using Kokoro.Synthesis;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.RunsToPcm;

public class EngineProvidersTests
{
    private static readonly string[] OnLinux = ["CUDAExecutionProvider", "CPUExecutionProvider"];
    private static readonly string[] OnAMac = ["CoreMLExecutionProvider", "CPUExecutionProvider"];

    [Theory]
    [InlineData("cpu", "Cpu")]
    [InlineData("CPU", "Cpu")]
    [InlineData("coreml", "CoreMl")]
    [InlineData("CoreML", "CoreMl")]
    public void Parse_known_isIt(string name, string expected) => Assert.Equal(expected, EngineProviders.Parse(name).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("cuda")]
    [InlineData("CPUExecutionProvider")]
    public void Parse_unknown_isRefusedWithTheChoices(string name)
    {
        var refused = Assert.Throws<SpeechException>(() => EngineProviders.Parse(name));
        Assert.Equal(SpeechErrorCode.ProviderUnavailable, refused.Code);
        Assert.Equal($"provider '{name}' is not known; use one of cpu, coreml", refused.Message);
    }

    [Fact]
    public void Default_isTheCpu() => Assert.Equal(EngineProvider.Cpu, default);

    [Fact]
    public void Require_thatTheLibraryHas_passes()
    {
        EngineProviders.Require(EngineProvider.Cpu, OnLinux);
        EngineProviders.Require(EngineProvider.CoreMl, OnAMac);
    }

    [Fact]
    public void Require_thatTheLibraryLacks_isRefusedWithThoseItHas()
    {
        var refused = Assert.Throws<SpeechException>(() => EngineProviders.Require(EngineProvider.CoreMl, OnLinux));
        Assert.Equal(SpeechErrorCode.ProviderUnavailable, refused.Code);
        Assert.Equal(
            "provider 'coreml' is not in this ONNX Runtime library, which has CUDAExecutionProvider, CPUExecutionProvider; use cpu",
            refused.Message);
    }

    [Fact]
    public void Usable_areThoseThatCanBeAskedForToo()
    {
        Assert.Equal([EngineProvider.Cpu], EngineProviders.Usable(OnLinux));
        Assert.Equal([EngineProvider.Cpu, EngineProvider.CoreMl], EngineProviders.Usable(OnAMac));
    }
}
