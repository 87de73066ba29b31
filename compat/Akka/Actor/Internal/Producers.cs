using System;
using System.Collections.Concurrent;
using System.Reflection;

namespace Akka.Actor.Internal;

/// <summary>Calls the constructor that a Props expression names.</summary>
internal sealed class ConstructorProducer(ConstructorInfo constructor, Type type, object[] arguments) : IIndirectActorProducer
{
    private static readonly ConcurrentDictionary<ConstructorInfo, ConstructorInvoker> Invokers = new();

    private readonly ConstructorInvoker _invoker = Invokers.GetOrAdd(constructor, ConstructorInvoker.Create);

    public Type ActorType => type;

    public ActorBase Produce()
    {
        try
        {
            return (ActorBase)_invoker.Invoke(arguments.AsSpan());
        }
        catch (Exception failure)
        {
            throw new TargetInvocationException(failure);
        }
    }

    public void Release(ActorBase actor)
    {
    }
}

/// <summary>Finds the constructor that the arguments fit.</summary>
internal sealed class TypeProducer(Type type, object[] arguments) : IIndirectActorProducer
{
    public Type ActorType => type;

    public ActorBase Produce() => (ActorBase)Activator.CreateInstance(type, arguments);

    public void Release(ActorBase actor)
    {
    }
}

internal sealed class NoActorProducer : IIndirectActorProducer
{
    public Type ActorType => typeof(ActorBase);

    public ActorBase Produce() => throw new InvalidOperationException("This actor has been terminated");

    public void Release(ActorBase actor)
    {
    }
}
