namespace FlowBuilder.Web.Components.Designer.Model;

/// <summary>Where a draft stands between the screen and the database.</summary>
public enum SaveState
{
    /// <summary>What is seen is stored.</summary>
    Saved,

    /// <summary>Something was changed and is about to be stored.</summary>
    Waiting,

    /// <summary>It is being stored.</summary>
    Saving,

    /// <summary>Somebody else changed the same; a choice is due before anything is stored.</summary>
    Conflict,

    /// <summary>It could not be stored; nothing is lost while the page stays open.</summary>
    Failed,
}
