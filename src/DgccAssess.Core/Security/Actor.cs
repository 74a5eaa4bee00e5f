namespace DgccAssess.Core.Security;

/// <summary>Who acts in this scope: a signed-in person, or the program itself (jobs, command line).</summary>
public sealed record Actor(Guid Id, string Name, Guid? AgencyId, IReadOnlySet<string> Permissions)
{
    /// <summary>The program on behalf of an operator; may do what the command it runs does.</summary>
    public static Actor Program(string name) => new(Guid.Empty, name, null, Security.Permissions.All);

    public bool Can(string permission) => Permissions.Contains(permission);
}

/// <summary>The actor of one scope: set once; reading it before it is set throws.</summary>
public sealed class ActorContext
{
    private Actor? actor;

    public Actor Current => actor ?? throw new InvalidOperationException("Nobody is set as the actor of this scope; nothing may be written.");

    public bool IsSet => actor is not null;

    public void Set(Actor value)
    {
        if (actor is not null && actor.Id != value.Id)
        {
            throw new InvalidOperationException("This scope already has another actor.");
        }

        actor = value;
    }
}
