using Akka.Actor;
using Akka.Hosting;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Protocol;

namespace Kokoro.Host.Health;

/// <summary>`GET /voices`: who can speak, whatever state the engines are in.</summary>
internal sealed class VoicesEndpoint(IRequiredActor<EdgeActor> edge)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    public async Task<IResult> ListAsync(CancellationToken cancellationToken)
    {
        var door = await edge.GetAsync(cancellationToken).ConfigureAwait(false);
        var list = await door.Ask<VoicesProtocol.VoiceList>(VoicesProtocol.ListVoices.Instance, AnswerWithin, cancellationToken).ConfigureAwait(false);
        return Results.Json(list, JsonOptions.Snake);
    }
}
