using Kokoro.Actors.Protocol;
using Kokoro.Host.Serving;

namespace Kokoro.Host.Health;

/// <summary>`GET /voices`: who can speak, whatever state the engines are in.</summary>
internal sealed class VoicesEndpoint(EdgeDoor edge)
{
    public async Task<IResult> ListAsync(CancellationToken cancellationToken) =>
        Results.Json(await edge.AskAsync<VoicesProtocol.VoiceList>(VoicesProtocol.ListVoices.Instance, cancellationToken).ConfigureAwait(false));
}
