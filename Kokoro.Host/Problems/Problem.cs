using System.Text.Encodings.Web;
using System.Text.Json;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Telemetry;
using Kokoro.Host.OpenAi;

namespace Kokoro.Host.Problems;

/// <summary>What went wrong, as RFC 9457 has it: one document for programs and people.</summary>
/// <param name="Kind">A word in snake case that a program can count on.</param>
/// <param name="Detail">One line: what is wrong, where, and what to do instead. Holds no text of the request.</param>
/// <param name="Field">The field of the request that is to blame.</param>
/// <param name="Start">With <paramref name="End"/>: the place in the text as received, in UTF-16 code units.</param>
internal sealed record Problem(int Status, string Kind, string Detail, string? Field = null, int? Start = null, int? End = null, TimeSpan? RetryAfter = null)
{
    public const string ContentType = "application/problem+json";

    /// <summary>Quotation marks as people write them; nothing takes this for HTML, since every answer says that it is not to be guessed at.</summary>
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Problem Of(SpeechProblem problem) => new(
        ProblemStatus.Of(problem.Kind),
        SnakeCase.Of(problem.Kind),
        problem.Message,
        Start: problem.Start,
        End: problem.End,
        RetryAfter: problem.RetryAfter);

    /// <summary>Whole seconds, rounded up: who comes back when told must not be too early.</summary>
    public int? RetryAfterSeconds => RetryAfter is { } wait ? Math.Max(1, (int)Math.Min(int.MaxValue, Math.Ceiling(wait.TotalSeconds))) : null;

    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type", $"urn:kokoro:problem:{Kind}");
            json.WriteString("title", Kind.Replace('_', ' '));
            json.WriteNumber("status", Status);
            json.WriteString("detail", Detail);
            json.WriteString("kind", Kind);
            if (Field is not null)
                json.WriteString("field", Field);
            if (Start is { } start)
                json.WriteNumber("start", start);
            if (End is { } end)
                json.WriteNumber("end", end);
            if (RetryAfterSeconds is { } seconds)
                json.WriteNumber("retry_after", seconds);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The whole answer; only while nothing of another has been sent.</summary>
    public async Task WriteAsync(HttpResponse response)
    {
        response.HttpContext.RequestServices.GetRequiredService<SpeechMetrics>().Refused(Kind);
        response.StatusCode = Status;
        var isOpenAi = OpenAiError.IsExpected(response.HttpContext.Request);
        response.ContentType = isOpenAi ? OpenAiError.ContentType : ContentType;
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var body = isOpenAi ? OpenAiError.ToJson(this) : ToJson();
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
            await response.Body.WriteAsync(body, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }
}
