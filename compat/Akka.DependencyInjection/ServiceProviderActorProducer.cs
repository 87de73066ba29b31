using System;
using System.Collections.Concurrent;
using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Each instance has a service scope of its own, which ends with it.</summary>
internal sealed class ServiceProviderActorProducer(IServiceProvider services, Type actorType, object[] args) : IIndirectActorProducer
{
    private readonly ConcurrentDictionary<ActorBase, IServiceScope> _scopes = new();

    public Type ActorType => actorType;

    public ActorBase Produce()
    {
        var scope = services.CreateScope();
        try
        {
            var actor = (ActorBase)ActivatorUtilities.CreateInstance(scope.ServiceProvider, actorType, args);
            _scopes[actor] = scope;
            return actor;
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    public void Release(ActorBase actor)
    {
        if (_scopes.TryRemove(actor, out var scope))
        {
            scope.Dispose();
        }
    }
}
