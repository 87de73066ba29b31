using Kokoro.Host.Problems;

namespace Kokoro.Host.Security;

/// <summary>Before routing: who may not ask learns nothing of what there is.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, AccessRules rules)
{
    public Task InvokeAsync(HttpContext context)
    {
        SecurityHeaders.Set(context.Response);
        var request = AccessRequest.Of(context);
        if (rules.Check(request) is { } refusal)
            return refusal.WriteAsync(context.Response);
        if (!ExtensionRules.IsPreflight(request))
            return next(context);
        CorsHeaders.AnswerPreflight(context.Response);
        return Task.CompletedTask;
    }
}
