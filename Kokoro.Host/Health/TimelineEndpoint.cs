using System.Globalization;
using Kokoro.Actors.Protocol;
using Kokoro.Host.Problems;
using Kokoro.Host.Serving;

namespace Kokoro.Host.Health;

/// <summary>`GET /utterances/{id}/timeline`: what one of the last utterances did when.</summary>
internal sealed class TimelineEndpoint(EdgeDoor edge)
{
    /// <param name="id">As X-Utterance-Id and the frames stream show it: "u17".</param>
    public async Task<IResult> GetAsync(string id, CancellationToken cancellationToken)
    {
        if (!id.StartsWith('u') || !long.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new RequestException(404, "utterance_unknown", "an utterance is named like u17; the X-Utterance-Id header and the meta frame say its name");
        var answer = await edge.AskAsync<object>(new TimelineProtocol.GetTimeline(new UtteranceId(number)), cancellationToken).ConfigureAwait(false);
        return answer is TimelineProtocol.Timeline timeline
            ? Results.Json(TimelineDocument.Of(timeline))
            : throw new RequestException(404, "utterance_unknown", "this utterance has not been spoken, or so many others since that it is forgotten");
    }
}
