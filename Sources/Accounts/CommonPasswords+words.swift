// The 1,500 most frequent passwords of 4 to 7 letters and nothing else, in order of frequency, from the list and under the
// license that CommonPasswords+list.swift has them from.

extension CommonPasswords {
    /// What is too short for a password and with a few digits is one: the words, in lower case, separated by white space.
    static let shortWords = """
        qwerty dragon monkey letmein shadow master mustang pussy fuckyou qazwsx jordan killer hunter harley
        zxcvbnm asdfgh buster batman soccer tigger charlie fuckme ranger hockey asshole pepper klaster zxcvbn
        freedom maggie pass ginger fuck love cheese summer chelsea dallas biteme matrix yankees austin access
        thunder merlin secret diamond hello hammer fucker silver gfhjkm golfer scooter test orange cookie sparky
        phoenix mickey bigdog snoopy guitar chicken camaro peanut ferrari falcon cowboy welcome sexy samsung
        smokey dakota arsenal boomer eagles tigers marina nascar booboo gateway yellow porsche monster spider
        diablo hannah bulldog junior london purple compaq lakers iceman cowboys money banana boston tennis
        coffee scooby nikita yamaha mother barney brandy chester fuckoff oliver player forever rangers chicago
        redsox angel badboy fender jasper slayer rabbit natasha marine bigdick wizard raiders prince casper
        fishing flower jasmine iwantu panties adidas winter winner gandalf enter ghbdtn golden winston madison
        angels panther blowme sexsex bigtits spanky bitch sophie horny toyota tiger dick canada blowjob muffin
        apples pokemon qazxsw qwaszx butter rainbow razz newyork gemini cameron florida turtle sierra viking
        booger doctor rocket captain bandit jaguar packers pookie peaches asdf dolphin helpme blue theman
        maxwell lovers maddog giants nirvana hotdog rosebud warrior stupid suckit success jackass alexis porn
        lucky scorpio samson azerty driver freddy sydney gators dexter bubba voodoo golf trouble america nissan
        gunner fucking apollo eminem legend bear beavis apple skippy buddy qwert kitten magic shelby beaver
        phantom asdasd xavier braves copper qweqwe tomcat girls bigboy animal police online voyager fish sniper
        trinity blazer heaven lover playboy loveme bubbles hooters cricket willow donkey topgun saturn destiny
        pumpkin digital sergey tits private runner therock beatles fire cassie celtic andrey broncos eclipse
        fluffy cartman testing birdie pantera cherry vampire mexico buffalo genius montana beer maximus flyers
        lovely stalker doggie speedy bronco yankee horses magnum dreams goober enigma qwertyu scotty pimpin
        surfer cock genesis star racing hawaii viper poopoo boobies bitches simple badger alaska action jester
        drummer forest diesel friday hotrod chevy google badass tester shorty thumper hitman mozart boobs reddog
        lizard ruslan eagle buddha porno spirit naruto mercury liberty suzuki popcorn spooky marley kitty
        vikings rascal qweasd hummer loveyou patches russia jupiter penguin passion cumshot vfhbyf honda sandman
        raider bastard assman fantasy sucker horney domino disney ironman brutus redrum bigred mnbvcxz karina
        marines digger cougar fireman oksana monday cunt justice nigger super tinker dancer avalon everton
        hentai madonna ducati connor galore smooth boogie titanic arizona saints asdfg accord christ yfnfif
        stinky slut naughty chopper extreme skyline poop zombie froggy awesome vision pirate fylhtq dreamer
        bullet empire kirill penis skipper nemesis psycho danger mookie wanker manutd goblue hobbes vegeta
        picard windows victory vfrcbv bambam serega turkey tweety galina hiphop rooster berlin taurus suckme
        polina avatar maksim raptor hendrix newport bigcock brazil spring madmax alpha britney sublime bigman
        classic ronaldo wombat pandora holiday wildcat devils horse alabama caesar bondage pickle shaggy leather
        chronic admin kodiak sunset katana phpbb snowman wolves detroit pontiac gundam panzer vagina outlaw
        redhead nastya hardon cobra lickme flash strike beauty bigmac bowling ytrewq natali pyramid rulez
        dodgers apache whynot teens trooper fuckit packard weasel popeye lucifer cancer raven viktor blonde
        wutang spike pimp atlanta casino lennon mouse hacker hawkeye theone catfish sailor nfnmzyf tattoo
        pervert barbie maxima nipples machine trucks rocks tornado lights bubble pegasus madman browns target
        eatme dilbert baller lesbian shooter xfiles seattle qazqaz cthutq amateur prelude corona freaky malibu
        integra pussies iloveu dragons unicorn bobcat stealth peewee openup zaqwsx shotgun trigger bruins coyote
        joker dollar lestat hottie random smiley sweety snake chipper woody samurai gizmo maddie flipper express
        hjvfirf moose cessna piglet polaris teacher cookies scully fatboy wicked balls tickle bunny dfvgbh
        foobar transam pepsi fetish toshiba sunday booty gambit impala hooker lancer knicks stinger redneck
        squirt siemens blaster trucker subaru ibanez manson swinger reaper blondie mylove galaxy travel indiana
        skeeter sugar ficken smoke bigone fucked marino escort smitty bigfoot babes larisa trumpet spartan
        valera babylon asdfghj stormy mister hamlet paladin skater indigo hornet indians karate hesoyam toronto
        chiefs buckeye hotsex charger redman passwor maiden storm garden pencil timber insane pizza jungle
        aragorn hamster triumph techno lollol pioneer catdog fktrctq pascal hobbit erotic blabla justme stones
        chrissy spartak goforit burger pitbull italia hunting colors kissme virgin pebbles emerald doggy racecar
        irina element zipper alpine basket goddess poison nipple sakura chichi huskers pussys blackie nicola
        rommel caserta omega trojan philips nugget tarzan chicks bassman trixie anakin dodger bomber madness
        loser fatcat ybrbnf soldier warlock desire sexual babe westham andrei weed ladybug naked tintin bluesky
        onelove whore vfvjxrf titans truck hansolo smiles beagle panama flatron inferno connect poiuyt snatch
        qawsed juice blessed rocker snakes turbo finger jamaica mulder beetle passat plastic whiskey suck spunky
        monitor cactus exigen planet ripper teen spyder nolimit sluts sticky trunks pickles sailing delta rubber
        yomama jumper faster unreal cumming memphis nylons legion shalom pentium geheim funtime ferret orion
        curious niners cantona sprite philly pirates abgrtyu boeing sweets jackoff moomoo martini biscuit drizzt
        fossil snapper maniac salmon patriot nasty shasta asdzxc shaved cjkywt crimson twister oxford biggie
        condor ravens wolfman cosmos sharks banshee keeper foxtrot velvet sesame dogs privet sunrise sucks
        legolas grendel ghost cats carrot frosty lvbnhbq blades frog coolio brownie groovy daytona pikachu
        peanuts licker hershey jericho ninja lobster goblin strider shogun kansas amadeus neptune muscle oldman
        rfrfirf getsome showme obiwan danni tanker maestro tarheel anubis anal newlife gothic shark fighter
        blues princes slick chaos sabine python mirage devil clover tequila surfing delete potato chubby baggins
        fusion sooners buttons moscow mature dagger dima stimpy iverson byteme swallow liquid nymets cracker
        bigguy miami bugger nimrod tazman newpass doodle powder gotcha dublin milano grizzly knights photos
        nookie charly brasil scruffy poopie latino walnut thegame kolobok picasso bananas trance auburn eatshit
        wheels parrot postal blade wisdom pink gorilla dumbass osiris oakland bingo ping dookie megaman rjntyjr
        ledzep firefly griffey racerx paradox ghjcnj gangsta weezer sirius buffett shiloh vertigo sergei aliens
        sobaka sinner bonjour chucky hotboy sprint scarlet celica shazam sommer trebor jeep bollox rebels
        lexmark formula tempest vfhecz tacoma qwertz flames rockon duck prodigy wookie smoker server bang
        incubus molson kitkat rescue carpet tardis jimbob xanadu shaman pooper golfing hearts mallard kenwood
        dogg oracle topper shemale sleepy gremlin yourmom printer monkeys mikey cooler analsex jimbo asterix
        birdman defiant aussie stud blondes tatyana jackal katrin anime frogger polo hallo noodles parola
        shaolin celine ohyeah fatass assfuck amazon kisses magnus camel nopass bosco putter champs massive
        spidey camelot letsgo gizmodo aezakmi bones smokin pooh mypass astros roller beckham atomic vanilla
        kaktus cxfcnmt blacky aggies bangkok scream iforgot kasper slappy shitty veritas vader jammer primus
        eduard granny clancy satan hitler avenger spankme simba smudge scrappy falcons husker gator pacman
        pancho krishna fatman barkley vulcan punkin boner celtics flyboy hamburg lick tricky drago homerun
        vectra hermes topcat cuddles goose ivanov bossman peugeot exigent durango plumber telefon horndog laguna
        rbhbkk dawg breeze beast leopard redbull topdog theking pics speaker fuckers bowler gjkbyf anarchy
        blacks herbie kingpin nokia loveit labtec fitness brando bull kicker napass desert bohica tractor hidden
        muppet terror farside legacy jrcfyf tuesday sabbath homers azamat fallen striker camels iguana looker
        moloko pistol charmed skiing select franky puppy daniil vladik vette nevada moneys puppies mystic zidane
        kotenok budman zvezda triton trojans panda laptop rookie gustav jethro igor filter lespaul butch nofear
        momoney possum cutter oilers moocow cupcake gbpltw splash svetik soleil bogdan vipers babyboy tdutybq
        ccbill firefox dogman vortex rebel noodle zaphod killme coolman danila skinny deadman gopher doobie
        freaks engage poncho hammers azsxdc dracula sassy boots deskjet mighty sterlin mailman sinatra cthulhu
        bubbas cartoon bicycle tolkien breast capone lickit summit sonic redhot rockets iloveyo fernand danie
        cutlass polska titties thekid aikido gofish mayday coke anfield sony lansing smut scotch sexx catman
        hustler saun dfkthbz cheers gabrie tinman orioles fortuna airbus rustam xtreme zxcasd retard grumpy
        huskies boxing ultima warlord oranges rotten asdfjkl denali sultan bikini thor figaro sixers sparta
        mayhem chewie cancun fabie mellon crunch bigtime piccolo bigbird mojo sandro bizkit armani rovers
        jarhead cruise coconut dragoon utopia davids cosmo rfhbyf reebok charli giorgi sticks sayang exodus
        zaqxsw illini packer govols jedi tomato beaner cooter creamy poodle greens goku eeyore tsunami cabbage
        memorex chaser bogart orgasm volley whisper knopka walleye corrado twisted zorro clemson tootsie milana
        zenith shania frisco junebug fugazi rereirf vfvekz sausage vfczyz koshka clapton condom fubar tundra
        cocks gringo canon vitalik aspire stocks arjay boob pillow sparkle gmoney samiam everest bigsexy rfrnec
        candle slacker dicks voyeur jazzman wolfie vfksirf fright temp fart barsik surf cheetah baddog deniska
        bootie milena hithere kume dildo albion midget lion maxell cyclone nikola bonsai kenshin slider balloon
        jerkoff dinamo tekken rambler goliath malaka fiesta fletch stefano artemis calico nyjets damnit duchess
        rctybz hooter keywest presto sword spank bristol faggot shado wibble carrera alibaba ramses duster
        trident clipper steeler divine kipper buttman pompey viagra spurs slutty oleg macross pooter slave
        jokers yzerman swimmer solnce seamus lolipop pupsik ivanova matador ktyjxrf subway cinder vermont pussie
        chico florian magick guiness allsop ghetto typhoon dfkthf depeche skydive dammit seeker crysis critter
        theboss ding kinky cyclops jayhawk caramel caveman onlyme grapes feather hotshot fuckher renault pippen
        floppy cunts pornos usmc kickass quattro wassup helloo
        """
}
