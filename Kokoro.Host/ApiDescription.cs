using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Kokoro.Host.AudioToHttp;
using Kokoro.Host.OpenAi;
using Kokoro.Host.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kokoro.Host;

/// <summary>What the OpenAPI document says beyond what the routes say of themselves.</summary>
internal static class ApiDescription
{
    /// <summary>The operation's name.</summary>
    public const string Speak = "speak";

    /// <summary>What any request may get: see Security, and actors that do not answer.</summary>
    private static readonly int[] Always = [400, 401, 403, 421, 429, 500, 503];

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Kokoro";
            document.Info.Description = "A local-first text-to-speech server.";
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var words = context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: false);
            if (words is [AllowedValuesAttribute allowed])
                schema.Enum = [.. allowed.Values.Select(word => JsonValue.Create((string?)word)!)];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            if (operation.OperationId == Speak)
                DescribeHeaders(operation);
            return Task.CompletedTask;
        });
    });

    /// <param name="statuses">Besides those that any request may get.</param>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in Always.Union(statuses.ToArray()))
            route.Produces<ProblemDocument>(status, Problem.ContentType);
        return route;
    }

    /// <inheritdoc cref="ProducesProblems"/>
    public static RouteHandlerBuilder ProducesOpenAiErrors(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in Always.Union(statuses.ToArray()))
            route.Produces<OpenAiErrorDocument>(status, OpenAiError.ContentType);
        return route;
    }

    private static void DescribeHeaders(OpenApiOperation operation)
    {
        operation.Parameters = [.. operation.Parameters ?? [], new OpenApiParameter
        {
            Name = SpeakEndpoint.DeadlineHeader,
            In = ParameterLocation.Header,
            Description = "Milliseconds from the request to its first sound; later is refused with 504.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = $"{SpeakEndpoint.LongestDeadline.TotalMilliseconds}",
            },
        }];
        if (operation.Responses?["200"] is not OpenApiResponse spoken)
            return;
        spoken.Headers = new Dictionary<string, IOpenApiHeader>
        {
            [AudioHeaders.UtteranceId] = Header("The utterance, as the log names it."),
            [AudioHeaders.Voice] = Header("The id of the voice that speaks."),
            [ServerTiming.Header] = Header("Where the time went: phonemes, queue, run, first and, for whole replies, total, in milliseconds."),
        };
    }

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
