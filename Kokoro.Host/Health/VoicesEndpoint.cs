using Akka.Actor;
using Akka.Hosting;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;

namespace Kokoro.Host.Health;

/// <summary>`GET /voices`: who can speak, whatever state the engines are in.</summary>
internal sealed class VoicesEndpoint(IRequiredActor<EdgeActor> edge, ServerSettings settings)
{
    public async Task<IResult> ListAsync(CancellationToken cancellationToken)
    {
        var door = await edge.GetAsync(cancellationToken).ConfigureAwait(false);
        var list = await door.Ask<VoicesProtocol.VoiceList>(VoicesProtocol.ListVoices.Instance, settings.Http.AnswerWithin, cancellationToken).ConfigureAwait(false);
        return Results.Json(list);
    }
}
