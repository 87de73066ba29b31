using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Tests.Compat.OnnxRuntime;

public class OrtEnvTests
{
    [Fact]
    public void Instance_twice_isTheSame() => Assert.Same(OrtEnv.Instance(), OrtEnv.Instance());

    [Fact]
    public void GetVersionString_isAVersion() => Assert.Equal(1, Version.Parse(OrtEnv.Instance().GetVersionString()).Major);

    [Fact]
    public void GetAvailableProviders_endsWithTheCpu() =>
        Assert.Equal("CPUExecutionProvider", OrtEnv.Instance().GetAvailableProviders()[^1]);
}
