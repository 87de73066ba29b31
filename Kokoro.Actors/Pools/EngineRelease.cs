using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Actors.Pools;

/// <summary>Lets go of an engine whose actor has stopped, also of one whose start is still under way: it is not kept when it comes.</summary>
internal static class EngineRelease
{
    /// <param name="starting">Null if no start was begun.</param>
    /// <param name="stopped">Cancelled already; disposed when nobody uses it any more.</param>
    public static async Task RunAsync<TEngine>(Task<TEngine>? starting, CancellationTokenSource stopped)
        where TEngine : IAsyncDisposable
    {
        try
        {
            if (starting is not null)
                await (await starting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is SpeechException or EngineEndedException or OperationCanceledException)
        {
            // There is no engine to release; its failed start has been reported.
        }
        finally
        {
            stopped.Dispose();
        }
    }
}
