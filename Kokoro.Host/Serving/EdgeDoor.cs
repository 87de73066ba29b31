using Akka.Actor;
using Akka.Hosting;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Settings;

namespace Kokoro.Host.Serving;

/// <summary>Asks the edge what is answered at once.</summary>
internal sealed class EdgeDoor(IRequiredActor<EdgeActor> edge, ServerSettings settings)
{
    /// <exception cref="AskTimeoutException">No answer came within http.answer-within.</exception>
    public async Task<TReply> AskAsync<TReply>(object question, CancellationToken cancellationToken)
    {
        var door = await edge.GetAsync(cancellationToken).ConfigureAwait(false);
        return await door.Ask<TReply>(question, settings.Http.AnswerWithin, cancellationToken).ConfigureAwait(false);
    }
}
