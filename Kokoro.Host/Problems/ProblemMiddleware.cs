using Akka.Actor;
using Kokoro.Actors.Telemetry;
using Kokoro.Host.Pairing;

namespace Kokoro.Host.Problems;

/// <summary>Nobody gets an error without a document: neither for what a handler throws nor for what routing refuses.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentType: null } && Known(context) is { } known)
                await known.WriteAsync(context.Response).ConfigureAwait(false);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            if (context.RequestAborted.IsCancellationRequested)
                return; // nobody is there to read it
            var problem = Of(e);
            if (problem.Status == StatusCodes.Status500InternalServerError)
                log.LogError("a request failed: {Fault}", FaultLog.Describe(e));
            if (e is PairingException)
                log.LogError("pairing does not work: {Why}", e.Message);
            context.Response.Clear();
            SecurityHeaders.Set(context.Response);
            await problem.WriteAsync(context.Response).ConfigureAwait(false);
        }
    }

    private static Problem Of(Exception exception) => exception switch
    {
        RequestException request => request.Problem,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new(413, "body_too_large", "the body is larger than http.most-body-bytes in kokoro.conf allows; send less text"),
        BadHttpRequestException bad => new(bad.StatusCode, "bad_request", "the request is not HTTP as it should be; check the client"),
        PairingException => new(503, "pairing_unavailable", "the server cannot read or write the list of paired extensions; run kokoro pair in a terminal, which says why"),
        AskTimeoutException => new(503, "no_answer", "the server did not answer in time; try again", RetryAfter: TimeSpan.FromSeconds(1)),
        _ => new(500, "internal", "the server failed at this request; this is a fault of the server, not of the request"),
    };

    private static Problem? Known(HttpContext context) => context.Response.StatusCode switch
    {
        404 => new(404, "not_found", "there is nothing at this address; GET /openapi.json lists what there is"),
        405 => new(405, "method_not_allowed", $"{context.Request.Method} is not possible here; use {context.Response.Headers.Allow}"),
        415 => new(415, "content_type", "the body must be JSON; send it with content-type: application/json"),
        _ => null,
    };
}
