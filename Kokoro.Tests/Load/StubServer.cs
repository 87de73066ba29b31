using Kokoro.Actors.Settings;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Load;

/// <summary>The server over engines of fixed speed, as many as are wanted, since they need no core.</summary>
internal static class StubServer
{
    /// <param name="speed">Seconds of audio that each engine makes in a second.</param>
    /// <param name="watch">Put around whatever starts the engines.</param>
    public static Task<TestServer> StartAsync(
        double speed, int engines, ServerSettings? settings = null, Func<ISpeechEngineStarter, ISpeechEngineStarter>? watch = null)
    {
        settings ??= new ServerSettings();
        return TestServer.StartAsync(
            settings with
            {
                Synthesis = settings.Synthesis with { Size = engines },
                Router = settings.Router with { Permits = engines, Width = WidthPolicy.Narrow },
            },
            speech: places => places.Stub(speed),
            watch: watch);
    }
}
