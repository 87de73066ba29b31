using System;
using System.Linq.Expressions;
using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>How to make an actor and where to run it. Immutable; the arguments are the same objects for each instance.</summary>
public class Props : IEquatable<Props>
{
    internal const int NoStashCapacity = -1;

    public static readonly Props None = new(new NoActorProducer(), []);

    private readonly IIndirectActorProducer _producer;

    private Props(IIndirectActorProducer producer, object[] arguments)
    {
        _producer = producer;
        Arguments = arguments;
    }

    private Props(Props copy)
        : this(copy._producer, copy.Arguments)
    {
        Dispatcher = copy.Dispatcher;
        Mailbox = copy.Mailbox;
        StashCapacity = copy.StashCapacity;
        SupervisorStrategy = copy.SupervisorStrategy;
    }

    /// <summary>An actor that handles nothing.</summary>
    public static Props Empty { get; } = Create<EmptyActor>();

    public Type Type => _producer.ActorType;

    public string TypeName => Type.AssemblyQualifiedName;

    public object[] Arguments { get; }

    public string Dispatcher { get; private init; } = Dispatchers.DefaultDispatcherId;

    public string Mailbox { get; private init; }

    /// <summary>Takes the place of the one that the actor itself names.</summary>
    public SupervisorStrategy SupervisorStrategy { get; protected set; }

    internal int StashCapacity { get; private init; } = NoStashCapacity;

    /// <param name="factory"><c>() => new X(...)</c>; the arguments are evaluated once, now.</param>
    /// <param name="supervisorStrategy">Takes the place of the one that the actor itself names.</param>
    /// <exception cref="ArgumentException">The factory is no <c>new</c> expression.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy supervisorStrategy = null)
        where TActor : ActorBase
    {
        if (factory.Body is UnaryExpression || factory.Body is not NewExpression creation)
        {
            throw new ArgumentException("The create function must be a 'new T (args)' expression", nameof(factory));
        }

        var arguments = ArgumentReader.Read(creation.Arguments);
        return new Props(
            new ConstructorProducer(creation.Constructor, creation.Type, arguments),
            arguments) { SupervisorStrategy = supervisorStrategy };
    }

    public static Props Create<TActor>(params object[] args)
        where TActor : ActorBase => Create(typeof(TActor), args);

    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() => Create<TActor>().WithSupervisorStrategy(supervisorStrategy);

    public static Props Create(Type type, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new Props(new TypeProducer(type, args), args);
    }

    public static Props CreateBy(IIndirectActorProducer producer, params object[] args) => new(producer, args);

    public Props WithDispatcher(string dispatcher) => new(this) { Dispatcher = dispatcher };

    public Props WithMailbox(string mailbox) => new(this) { Mailbox = mailbox };

    public Props WithStashCapacity(int stashCapacity) => new(this) { StashCapacity = stashCapacity };

    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) => new(this) { SupervisorStrategy = supervisorStrategy };

    /// <exception cref="TypeLoadException">The constructor threw; what it threw is the innermost exception.</exception>
    public virtual ActorBase NewActor()
    {
        try
        {
            return _producer.Produce();
        }
        catch (Exception failure)
        {
            throw new TypeLoadException(
                $"Error while creating actor instance of type {Type} with {Arguments.Length} args: ({string.Join(", ", Arguments)})",
                failure);
        }
    }

    public bool Equals(Props other) =>
        other is not null && Type == other.Type && Dispatcher == other.Dispatcher && Mailbox == other.Mailbox
        && Equals(SupervisorStrategy, other.SupervisorStrategy) && Arguments.AsSpan().SequenceEqual(other.Arguments);

    public override bool Equals(object obj) => Equals(obj as Props);

    public override int GetHashCode() => HashCode.Combine(Type, Dispatcher, Mailbox);

    internal void Release(ActorBase actor) => _producer.Release(actor);
}
